import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: HandlerModule","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/asl/interfaces/HandlerModule.md","filePath":"api/@orkestra/asl/interfaces/HandlerModule.md"}');
const _sfc_main = { name: "api/@orkestra/asl/interfaces/HandlerModule.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">API reference</a> / <a href="./../">@orkestra/asl</a> / HandlerModule</p><h1 id="interface-handlermodule" tabindex="-1">Interface: HandlerModule <a class="header-anchor" href="#interface-handlermodule" aria-label="Permalink to &quot;Interface: HandlerModule&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-exports"></a> <code>exports</code></td><td><code>readonly</code></td><td>readonly <code>string</code>[]</td><td>What it exports, by name; of a CommonJS module what is found in its text, as Node.js does for <code>import</code>.</td></tr><tr><td><a id="property-importsfpts"></a> <code>importsFpTs</code></td><td><code>readonly</code></td><td><code>boolean</code></td><td>Whether it, or a module of its own beside it, imports fp-ts.</td></tr><tr><td><a id="property-iscommonjs"></a> <code>isCommonJs</code></td><td><code>readonly</code></td><td><code>boolean</code></td><td>Bundled as an ES module it has one export then, <code>default</code>, and the others are fields of it.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/asl/interfaces/HandlerModule.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const HandlerModule = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  HandlerModule as default
};
