import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"single-lambda","description":"","frontmatter":{},"headers":[],"relativePath":"examples/single-lambda/index.md","filePath":"examples/single-lambda/index.md"}');
const _sfc_main = { name: "examples/single-lambda/index.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="single-lambda" tabindex="-1">single-lambda <a class="header-anchor" href="#single-lambda" aria-label="Permalink to &quot;single-lambda&quot;">​</a></h1><p>One composed function: deployed alone by <code>awsLambda</code>, and as an EXPRESS machine of one state that runs every hour. Both are the same function.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("examples/single-lambda/index.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const index = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  index as default
};
