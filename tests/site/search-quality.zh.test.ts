import { describeSearch } from './search-quality.ts';

describeSearch('zh');
