import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Item","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/core/interfaces/Item.md","filePath":"api/@orkestra/core/interfaces/Item.md"}');
const _sfc_main = { name: "api/@orkestra/core/interfaces/Item.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">API reference</a> / <a href="./../">@orkestra/core</a> / Item</p><h1 id="interface-item" tabindex="-1">Interface: Item <a class="header-anchor" href="#interface-item" aria-label="Permalink to &quot;Interface: Item&quot;">​</a></h1><p>An element inside of <code>filter</code> or <code>each</code>, as the callback knows it: numbered one above all that are inside of its callback.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Type</th></tr></thead><tbody><tr><td><a id="property-level"></a> <code>level?</code></td><td><code>number</code></td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/core/interfaces/Item.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Item = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Item as default
};
