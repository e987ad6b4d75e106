import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"hello-orkestra","description":"","frontmatter":{},"headers":[],"relativePath":"examples/hello-orkestra/index.md","filePath":"examples/hello-orkestra/index.md"}');
const _sfc_main = { name: "examples/hello-orkestra/index.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="hello-orkestra" tabindex="-1">hello-orkestra <a class="header-anchor" href="#hello-orkestra" aria-label="Permalink to &quot;hello-orkestra&quot;">​</a></h1><p>A chain, a map, a parallel that swallows errors (<code>parCatch</code>), one that does not (<code>par</code>), and a schedule: every five minutes.</p><ul><li><code>src/handlers.ts</code>: plain functions, composed. <code>src/workflow.ts</code>: what is done with them.</li><li><code>test/</code>: handlers and workflow, without AWS.</li><li><code>infra/</code>: the stack. <code>pnpm synth</code> writes its template.</li></ul><p>From the project&#39;s root, <code>npm start</code> prints its ASL, its diagram and a run.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("examples/hello-orkestra/index.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const index = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  index as default
};
