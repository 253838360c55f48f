import { embeddedBrowser } from '../../pipeline/report/pdf/embedded.ts';

/** A process of its own that unpacks one browser: `node --import tsx unpack-once.ts <carrier as JSON> <cache>`. */
const [carrier = '', cache = ''] = process.argv.slice(2);
const result = await embeddedBrowser(JSON.parse(carrier) as Parameters<typeof embeddedBrowser>[0], cache);
process.stdout.write(JSON.stringify(result));
