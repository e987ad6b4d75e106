import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: LoggingOptions","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/handler/powertools/interfaces/LoggingOptions.md","filePath":"api/@orkestra/handler/powertools/interfaces/LoggingOptions.md"}');
const _sfc_main = { name: "api/@orkestra/handler/powertools/interfaces/LoggingOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../../">API reference</a> / <a href="./../">@orkestra/handler/powertools</a> / LoggingOptions</p><h1 id="interface-loggingoptions" tabindex="-1">Interface: LoggingOptions <a class="header-anchor" href="#interface-loggingoptions" aria-label="Permalink to &quot;Interface: LoggingOptions&quot;">​</a></h1><h2 id="extended-by" tabindex="-1">Extended by <a class="header-anchor" href="#extended-by" aria-label="Permalink to &quot;Extended by&quot;">​</a></h2><ul><li><a href="./PowertoolsOptions.html"><code>PowertoolsOptions</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-correlationidpath"></a> <code>correlationIdPath?</code></td><td><code>readonly</code></td><td><code>string</code></td><td>The path in the event of a correlation id, for every line; the logger needs a search function: <code>new Logger({ correlationIdSearchFn: search })</code>, with <code>search</code> of <code>@aws-lambda-powertools/logger/correlationId</code>.</td></tr><tr><td><a id="property-flushbufferonuncaughterror"></a> <code>flushBufferOnUncaughtError?</code></td><td><code>readonly</code></td><td><code>boolean</code></td><td>Write the buffered log lines out when the handler throws. Default <code>false</code>.</td></tr><tr><td><a id="property-logerrors"></a> <code>logErrors?</code></td><td><code>readonly</code></td><td><code>boolean</code></td><td>Whether what a handler throws is logged, as an error with its stack. Default <code>true</code>.</td></tr><tr><td><a id="property-logevent"></a> <code>logEvent?</code></td><td><code>readonly</code></td><td><code>boolean</code></td><td>Whether events are logged. By default as <code>POWERTOOLS_LOGGER_LOG_EVENT</code> says, which is no: events may hold personal data.</td></tr><tr><td><a id="property-resetkeys"></a> <code>resetKeys?</code></td><td><code>readonly</code></td><td><code>boolean</code></td><td>Drop the keys that the handler appended to the logger, after each invocation. Default <code>false</code>.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/handler/powertools/interfaces/LoggingOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const LoggingOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  LoggingOptions as default
};
