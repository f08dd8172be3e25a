import ArchitectureExplorer from './explorer.astro';
import NetworkList from './list/index.astro';

export { ArchitectureExplorer, NetworkList };
