/** The browser comes from @sparticuz/chromium or the system (see `parallax doctor`), so puppeteer downloads none. */
module.exports = { skipDownload: true };
