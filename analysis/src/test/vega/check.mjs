// Checks every *.vl.json of a folder against the schema of Vega-Lite and draws it beside as *.svg.
//   node check.mjs FOLDER
// Prints one line for each thing that is wrong and ends with 1 where there is any.
import {readFileSync, readdirSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import * as vega from 'vega';
import * as vegaLite from 'vega-lite';

const folder = process.argv[2];
const require = createRequire(import.meta.url);
const library = dirname(require.resolve('vega-lite/build/vega-lite-schema.json'));
const schema = JSON.parse(readFileSync(join(library, 'vega-lite-schema.json'), 'utf8'));
const ajv = new Ajv({strict: false});
addFormats(ajv);
ajv.addFormat('color-hex', () => true);
const fits = ajv.compile(schema);

let wrong = 0;
const say = (file, what) => {
  wrong++;
  console.log(`${file}: ${what}`);
};
for (const file of readdirSync(folder).filter(name => name.endsWith('.vl.json')).sort()) {
  const specification = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  if (!fits(specification)) {
    const first = fits.errors[0];
    say(file, `not after the schema at ${first.instancePath}: ${first.message}`);
  }
  const quiet = () => logger;
  const logger = {level: quiet, info: quiet, debug: quiet,
    warn: (...words) => (say(file, words.join(' ')), logger),
    error: (...words) => (say(file, words.join(' ')), logger)};
  try {
    const compiled = vegaLite.compile(specification, {logger}).spec;
    const view = new vega.View(vega.parse(compiled), {renderer: 'none', logger});
    await view.runAsync();
    writeFileSync(join(folder, file.replace('.vl.json', '.svg')), await view.toSVG());
  } catch (failure) {
    say(file, failure.message);
  }
}
process.exit(wrong > 0 ? 1 : 0);
