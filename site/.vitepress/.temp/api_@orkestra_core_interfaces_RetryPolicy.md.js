import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: RetryPolicy","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/core/interfaces/RetryPolicy.md","filePath":"api/@orkestra/core/interfaces/RetryPolicy.md"}');
const _sfc_main = { name: "api/@orkestra/core/interfaces/RetryPolicy.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">API reference</a> / <a href="./../">@orkestra/core</a> / RetryPolicy</p><h1 id="interface-retrypolicy" tabindex="-1">Interface: RetryPolicy <a class="header-anchor" href="#interface-retrypolicy" aria-label="Permalink to &quot;Interface: RetryPolicy&quot;">​</a></h1><p>How some errors are retried.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-backoffrate"></a> <code>backoffRate</code></td><td><code>readonly</code></td><td><code>number</code></td><td>-</td></tr><tr><td><a id="property-errors"></a> <code>errors</code></td><td><code>readonly</code></td><td>readonly <code>string</code>[]</td><td>-</td></tr><tr><td><a id="property-intervalseconds"></a> <code>intervalSeconds</code></td><td><code>readonly</code></td><td><code>number</code></td><td>-</td></tr><tr><td><a id="property-jitter"></a> <code>jitter?</code></td><td><code>readonly</code></td><td><code>&quot;FULL&quot;</code></td><td>-</td></tr><tr><td><a id="property-maxattempts"></a> <code>maxAttempts</code></td><td><code>readonly</code></td><td><code>number</code></td><td>Retries after the first attempt.</td></tr><tr><td><a id="property-maxdelayseconds"></a> <code>maxDelaySeconds?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/core/interfaces/RetryPolicy.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const RetryPolicy = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  RetryPolicy as default
};
