// First step of the browser tests.
import { ensureBrowser } from './browser.ts';

ensureBrowser();
