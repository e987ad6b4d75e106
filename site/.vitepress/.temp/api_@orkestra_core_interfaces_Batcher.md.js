import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Batcher<I>","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/core/interfaces/Batcher.md","filePath":"api/@orkestra/core/interfaces/Batcher.md"}');
const _sfc_main = { name: "api/@orkestra/core/interfaces/Batcher.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">API reference</a> / <a href="./../">@orkestra/core</a> / Batcher</p><h1 id="interface-batcher-i" tabindex="-1">Interface: Batcher&lt;I&gt; <a class="header-anchor" href="#interface-batcher-i" aria-label="Permalink to &quot;Interface: Batcher\\&lt;I\\&gt;&quot;">​</a></h1><p>How items are put together for a step: at least one of the two sizes.</p><h2 id="type-parameters" tabindex="-1">Type Parameters <a class="header-anchor" href="#type-parameters" aria-label="Permalink to &quot;Type Parameters&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Type Parameter</th></tr></thead><tbody><tr><td><a id="type-parameter-i"></a> <code>I</code></td></tr></tbody></table><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-input"></a> <code>input?</code></td><td><code>readonly</code></td><td>(<code>input</code>) =&gt; <code>Fields</code></td><td>What every batch gets besides its items, as <code>BatchInput</code>.</td></tr><tr><td><a id="property-maxinputbytes"></a> <code>maxInputBytes?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>How many bytes of JSON at most; from 1 to 262,144.</td></tr><tr><td><a id="property-maxitems"></a> <code>maxItems?</code></td><td><code>readonly</code></td><td><code>number</code></td><td>How many items at most; from 1.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/core/interfaces/Batcher.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Batcher = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Batcher as default
};
