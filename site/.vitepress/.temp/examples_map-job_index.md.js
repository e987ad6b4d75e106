import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"map-job","description":"","frontmatter":{},"headers":[],"relativePath":"examples/map-job/index.md","filePath":"examples/map-job/index.md"}');
const _sfc_main = { name: "examples/map-job/index.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="map-job" tabindex="-1">map-job <a class="header-anchor" href="#map-job" aria-label="Permalink to &quot;map-job&quot;">​</a></h1><p>A job over many items in which single items may fail: <code>mapCatch</code> puts the error in the item&#39;s place, a handler filters them out. Deployed by <strong>Terraform</strong> as raw ASL: no CDK anywhere.</p><ul><li><code>pnpm infra</code> writes <code>infra/</code>: the machine, its role with least privilege, its logs. The functions&#39; ARNs are its variable.</li><li><code>terraform test</code> checks it without an account. <code>pnpm infra --check</code> fails where the workflow has changed and the module has not.</li></ul></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("examples/map-job/index.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const index = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  index as default
};
