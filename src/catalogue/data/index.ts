import { familyOf, loadArchitectureFamilies } from '../../collections/index.ts';
import { architectureNamed } from '../../engine/index.ts';
import { assetPath, locales, pagePath } from '../../i18n/index.ts';
import { standardAccount } from '../standard-accounts.ts';
import { networkDocument } from './network-document.ts';
import type { ListData, NetworkData } from './schema.ts';

export * from './field-words.ts';
export { documented, jsonSchema, listSchema, networkSchema } from './schema.ts';

/** Where the site is served: what every address in a document starts with. */
export interface Place {
  readonly site: URL;
  readonly base: string;
}

const absolute = ({ site, base }: Place, file: string): string => new URL(assetPath(base, file), site).href;

/** Address of the schema. */
export function schemaAddress(place: Place): string {
  return absolute(place, 'data/schema.json');
}

/** The document of one network under its standard options. Throws as `standardAccount` does. */
export function networkData(id: string, place: Place): NetworkData {
  const head = { schema: schemaAddress(place), id, family: familyOf(id).id };
  return networkDocument(head, standardAccount(id));
}

/** The document that lists all networks. */
export function listData(place: Place): ListData {
  return {
    $schema: schemaAddress(place),
    networks: loadArchitectureFamilies().flatMap(({ id: family, task, members }) =>
      members.map((id) => {
        const { account } = standardAccount(id);
        const { input, parameters, macs, activations, fileBytes } = account;
        const pages = locales.map(
          (locale) =>
            [locale, new URL(pagePath(place.base, locale, `architectures/${id}`), place.site).href] as const,
        );
        return {
          id,
          title: architectureNamed(id).title,
          family,
          task,
          input: [...input],
          ...{ parameters, macs, activations, fileBytes },
          data: absolute(place, `data/architectures/${id}.json`),
          page: Object.fromEntries(pages),
        };
      }),
    ),
  };
}
