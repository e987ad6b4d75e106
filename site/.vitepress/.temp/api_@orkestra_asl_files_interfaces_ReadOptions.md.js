import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ReadOptions","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/asl/files/interfaces/ReadOptions.md","filePath":"api/@orkestra/asl/files/interfaces/ReadOptions.md"}');
const _sfc_main = { name: "api/@orkestra/asl/files/interfaces/ReadOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../../">API reference</a> / <a href="./../">@orkestra/asl/files</a> / ReadOptions</p><h1 id="interface-readoptions" tabindex="-1">Interface: ReadOptions <a class="header-anchor" href="#interface-readoptions" aria-label="Permalink to &quot;Interface: ReadOptions&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-type"></a> <code>type?</code></td><td><code>readonly</code></td><td><code>&quot;STANDARD&quot;</code> | <code>&quot;EXPRESS&quot;</code></td><td>Of machines whose file does not say it. Default STANDARD.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/asl/files/interfaces/ReadOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ReadOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ReadOptions as default
};
