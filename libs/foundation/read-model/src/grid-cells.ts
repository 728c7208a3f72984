import { SETTINGS_STREAM, type SettingsEvents } from '#foundation/settings';
import { type Projection } from './projection.js';
import { type Columns, type Row, unnested } from './rows.js';

const columns = { code: 'text', village: 'text', name: 'text', position: 'bigint' } as const satisfies Columns;

export interface GridCellTables {
  grid_cell: { code: string; village: string; name: string; position: string };
}

/**
 * Which village a grid cell belongs to, by the register published last. Cells that left the register stay, so that
 * old cases keep their village.
 */
export const gridCells: Projection = {
  name: 'grid-cells',
  version: 1,
  tables: ['grid_cell'],
  createTables: (schema) => [
    `create table ${schema}.grid_cell (
       code text primary key,
       village text not null,
       name text not null,
       position bigint not null)`,
  ],
  createIndexes: (schema) => [`create index if not exists grid_cell_village on ${schema}.grid_cell (village)`],
  apply({ others }, schema) {
    const cells = new Map<string, Row<typeof columns>>();
    for (const event of others) {
      if (event.stream !== SETTINGS_STREAM || event.type !== 'GridRegisterPublished') continue;
      const register = (event.data as unknown as Partial<SettingsEvents['GridRegisterPublished']>).cells;
      for (const { code, village, group } of Array.isArray(register) ? register : [])
        if (typeof code === 'string')
          cells.set(code, { code, village: String(village), name: String(group), position: event.position });
    }
    if (cells.size === 0) return [];
    const { sql, values } = unnested(columns, [...cells.values()]);
    return [
      {
        text: `insert into ${schema}.grid_cell (code, village, name, position)
               select code, village, name, position from ${sql}
               on conflict (code) do update
               set village = excluded.village, name = excluded.name, position = excluded.position
               where excluded.position > grid_cell.position`,
        values,
      },
    ];
  },
};
