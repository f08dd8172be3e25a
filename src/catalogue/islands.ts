import ArchitectureExplorer from './explorer.astro';
import NetworkComparison from './compare/index.astro';
import NetworkList from './list/index.astro';
import YourModel from './your-model/index.astro';

export { ArchitectureExplorer, NetworkComparison, NetworkList, YourModel };
