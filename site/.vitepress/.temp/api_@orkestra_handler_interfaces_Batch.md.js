import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Batch<Item, Input>","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/handler/interfaces/Batch.md","filePath":"api/@orkestra/handler/interfaces/Batch.md"}');
const _sfc_main = { name: "api/@orkestra/handler/interfaces/Batch.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">API reference</a> / <a href="./../">@orkestra/handler</a> / Batch</p><h1 id="interface-batch-item-input" tabindex="-1">Interface: Batch&lt;Item, Input&gt; <a class="header-anchor" href="#interface-batch-item-input" aria-label="Permalink to &quot;Interface: Batch\\&lt;Item, Input\\&gt;&quot;">​</a></h1><p>What the step of a distributed map with batches gets. <a href="https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itembatcher.html" target="_blank" rel="noreferrer">https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itembatcher.html</a></p><h2 id="type-parameters" tabindex="-1">Type Parameters <a class="header-anchor" href="#type-parameters" aria-label="Permalink to &quot;Type Parameters&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Type Parameter</th><th>Default type</th></tr></thead><tbody><tr><td><a id="type-parameter-item"></a> <code>Item</code></td><td>-</td></tr><tr><td><a id="type-parameter-input"></a> <code>Input</code></td><td><code>undefined</code></td></tr></tbody></table><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-batchinput"></a> <code>BatchInput</code></td><td><code>readonly</code></td><td><code>Input</code></td><td>What <code>batchInput</code> says, the same for all batches.</td></tr><tr><td><a id="property-items"></a> <code>Items</code></td><td><code>readonly</code></td><td>readonly <code>Item</code>[]</td><td>-</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/handler/interfaces/Batch.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Batch = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Batch as default
};
