import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"@orkestra/asl/draw","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/asl/draw/index.md","filePath":"api/@orkestra/asl/draw/index.md"}');
const _sfc_main = { name: "api/@orkestra/asl/draw/index.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">API reference</a> / @orkestra/asl/draw</p><h1 id="orkestra-asl-draw" tabindex="-1">@orkestra/asl/draw <a class="header-anchor" href="#orkestra-asl-draw" aria-label="Permalink to &quot;@orkestra/asl/draw&quot;">​</a></h1><p>Draw workflows and definitions as SVG and HTML. A separate entry, so that emitting loads no layout code.</p><h2 id="interfaces" tabindex="-1">Interfaces <a class="header-anchor" href="#interfaces" aria-label="Permalink to &quot;Interfaces&quot;">​</a></h2><ul><li><a href="./interfaces/DrawOptions.html">DrawOptions</a></li><li><a href="./interfaces/PageOptions.html">PageOptions</a></li></ul><h2 id="type-aliases" tabindex="-1">Type Aliases <a class="header-anchor" href="#type-aliases" aria-label="Permalink to &quot;Type Aliases&quot;">​</a></h2><ul><li><a href="./type-aliases/Drawable.html">Drawable</a></li></ul><h2 id="functions" tabindex="-1">Functions <a class="header-anchor" href="#functions" aria-label="Permalink to &quot;Functions&quot;">​</a></h2><ul><li><a href="./functions/toDiagram.html">toDiagram</a></li><li><a href="./functions/toHtml.html">toHtml</a></li><li><a href="./functions/toSvg.html">toSvg</a></li></ul></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/asl/draw/index.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const index = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  index as default
};
