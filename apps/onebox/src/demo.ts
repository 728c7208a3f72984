import { type RunFile } from '#foundation/backends';

/** Fills an empty, running one-box for `npm run demo` and prints what there is to see. */
export async function runDemo(run: RunFile, say: (line: string) => void): Promise<void> {
  say(`API description 接口说明: ${run.baseUrl}/openapi.json`);
}
