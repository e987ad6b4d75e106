import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Distributed","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/core/interfaces/Distributed.md","filePath":"api/@orkestra/core/interfaces/Distributed.md"}');
const _sfc_main = { name: "api/@orkestra/core/interfaces/Distributed.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">API reference</a> / <a href="./../">@orkestra/core</a> / Distributed</p><h1 id="interface-distributed" tabindex="-1">Interface: Distributed <a class="header-anchor" href="#interface-distributed" aria-label="Permalink to &quot;Interface: Distributed&quot;">​</a></h1><p>What a distributed map says besides.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th></tr></thead><tbody><tr><td><a id="property-batcher"></a> <code>batcher?</code></td><td><code>readonly</code></td><td><code>object</code></td></tr><tr><td><code>batcher.batchInput?</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/Expression.html"><code>Expression</code></a></td></tr><tr><td><code>batcher.maxInputBytesPerBatch?</code></td><td><code>readonly</code></td><td><code>number</code></td></tr><tr><td><code>batcher.maxItemsPerBatch?</code></td><td><code>readonly</code></td><td><code>number</code></td></tr><tr><td><a id="property-executiontype"></a> <code>executionType</code></td><td><code>readonly</code></td><td><code>&quot;STANDARD&quot;</code> | <code>&quot;EXPRESS&quot;</code></td></tr><tr><td><a id="property-label"></a> <code>label?</code></td><td><code>readonly</code></td><td><code>string</code></td></tr><tr><td><a id="property-reader"></a> <code>reader?</code></td><td><code>readonly</code></td><td><a href="./ItemReader.html"><code>ItemReader</code></a></td></tr><tr><td><a id="property-toleratedfailurecount"></a> <code>toleratedFailureCount?</code></td><td><code>readonly</code></td><td><code>number</code></td></tr><tr><td><a id="property-toleratedfailurepercentage"></a> <code>toleratedFailurePercentage?</code></td><td><code>readonly</code></td><td><code>number</code></td></tr><tr><td><a id="property-writer"></a> <code>writer?</code></td><td><code>readonly</code></td><td><code>object</code></td></tr><tr><td><code>writer.arguments?</code></td><td><code>readonly</code></td><td><a href="./../type-aliases/Expression.html"><code>Expression</code></a></td></tr><tr><td><code>writer.config?</code></td><td><code>readonly</code></td><td><code>Readonly</code>&lt;<code>Record</code>&lt;<code>string</code>, <code>unknown</code>&gt;&gt;</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/core/interfaces/Distributed.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Distributed = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Distributed as default
};
