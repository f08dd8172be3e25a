import { explainSymbolsOnDemand } from './explain-symbols.ts';
import { followReading } from './follow-reading.ts';
import { offerCopying } from './copying.ts';
import { keepPlaceAcrossLanguages } from './language-link.ts';
import { keepForOffline } from './offline.ts';
import { closePreviewsOnEscape } from './previews.ts';
import { reachScrollBoxes } from './scroll-boxes.ts';
import { openSearchOnDemand } from './search-opener.ts';
import { offerThemes } from './theme-choice.ts';

offerThemes();
keepPlaceAcrossLanguages();
offerCopying();
closePreviewsOnEscape();
explainSymbolsOnDemand();
openSearchOnDemand();
reachScrollBoxes();
followReading();
keepForOffline();
