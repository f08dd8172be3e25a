import ArchitectureExplorer from './explorer.astro';
import NetworkComparison from './compare/index.astro';
import NetworkList from './list/index.astro';

export { ArchitectureExplorer, NetworkComparison, NetworkList };
