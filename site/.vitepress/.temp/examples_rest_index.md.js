import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"rest","description":"","frontmatter":{},"headers":[],"relativePath":"examples/rest/index.md","filePath":"examples/rest/index.md"}');
const _sfc_main = { name: "examples/rest/index.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="rest" tabindex="-1">rest <a class="header-anchor" href="#rest" aria-label="Permalink to &quot;rest&quot;">​</a></h1><p>An API function that starts the machine, and the same machine once a day on a schedule. The function is not a step of the machine, so it may know the machine&#39;s ARN and be granted to start it.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("examples/rest/index.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const index = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  index as default
};
