import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: RepeatOptions","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/core/interfaces/RepeatOptions.md","filePath":"api/@orkestra/core/interfaces/RepeatOptions.md"}');
const _sfc_main = { name: "api/@orkestra/core/interfaces/RepeatOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">API reference</a> / <a href="./../">@orkestra/core</a> / RepeatOptions</p><h1 id="interface-repeatoptions" tabindex="-1">Interface: RepeatOptions <a class="header-anchor" href="#interface-repeatoptions" aria-label="Permalink to &quot;Interface: RepeatOptions&quot;">​</a></h1><p>How often a body is repeated, and how long a loop waits.</p><h2 id="extended-by" tabindex="-1">Extended by <a class="header-anchor" href="#extended-by" aria-label="Permalink to &quot;Extended by&quot;">​</a></h2><ul><li><a href="./LoopOptions.html"><code>LoopOptions</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-backoffrate"></a> <code>backoffRate?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>By what the wait grows after each lap, from 1. JSONPath can say 2 alone. Needs <code>every</code>.</td></tr><tr><td><a id="property-every"></a> <code>every?</code></td><td><code>readonly</code></td><td><a href="./Duration.html"><code>Duration</code></a></td><td>The wait between laps: whole seconds, rounded up. Without it there is none.</td></tr><tr><td><a id="property-first"></a> <code>first?</code></td><td><code>readonly</code></td><td><code>&quot;wait&quot;</code></td><td><code>&quot;wait&quot;</code>: waits before the first lap, too. Needs <code>every</code>.</td></tr><tr><td><a id="property-maxattempts"></a> <code>maxAttempts?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>How often the body runs at most, from 1. Then the workflow fails with <code>RepeatLimitReached</code>. Default: without limit.</td></tr><tr><td><a id="property-maxdelay"></a> <code>maxDelay?</code></td><td><code>readonly</code></td><td><a href="./Duration.html"><code>Duration</code></a></td><td>The longest wait that <code>backoffRate</code> leads to. JSONata only.</td></tr><tr><td><a id="property-timelimit"></a> <code>timeLimit?</code></td><td><code>readonly</code></td><td><a href="./Duration.html"><code>Duration</code></a></td><td>After this time no further lap begins, and the workflow fails with <code>RepeatLimitReached</code>. JSONata only.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/core/interfaces/RepeatOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const RepeatOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  RepeatOptions as default
};
