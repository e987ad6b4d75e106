import { resolveComponent, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrRenderComponent } from "vue/server-renderer";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"saga","description":"","frontmatter":{},"headers":[],"relativePath":"examples/saga/index.md","filePath":"examples/saga/index.md"}');
const _sfc_main = { name: "examples/saga/index.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  const _component_Diagram = resolveComponent("Diagram");
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="saga" tabindex="-1">saga <a class="header-anchor" href="#saga" aria-label="Permalink to &quot;saga&quot;">​</a></h1><p>An order is reserved, charged and shipped. When a step fails, what had been done is undone, last first: <code>bind</code> keeps what each step answered, for the step that undoes it; <code>catchError</code> around the rest says when. What undoes is retried for long.</p>`);
  _push(ssrRenderComponent(_component_Diagram, { source: "flowchart%20TD%0A%20%20start((Start))%0A%20%20s1%5B%22reserve%22%5D%0A%20%20subgraph%20s2%5B%22Catch%20Assign%20charge%22%5D%0A%20%20%20%20s3%5B%22charge%22%5D%0A%20%20%20%20s4%5B%22ship%22%5D%0A%20%20%20%20s5(%5B%22Pass%22%5D)%0A%20%20%20%20s6%5B%22refund%22%5D%0A%20%20%20%20s7%5B%5B%22Fail%20NotShipped%22%5D%5D%3A%3A%3Afailed%0A%20%20%20%20s8(%5B%22Assign%20charge%22%5D)%0A%20%20end%0A%20%20s9(%5B%22Pass2%22%5D)%0A%20%20s10%5B%22release%22%5D%0A%20%20s11%5B%5B%22Fail%20OrderRejected%22%5D%5D%3A%3A%3Afailed%0A%20%20s12(%5B%22Assign%20reserve%22%5D)%0A%20%20end_((End))%0A%20%20start%20--%3E%20s1%0A%20%20s6%20-.%20retry%20.-%3E%20s6%0A%20%20s5%20--%3E%20s6%0A%20%20s6%20--%3E%20s7%0A%20%20s4%20-.%20error%20.-%3E%20s5%0A%20%20s3%20--%3E%20s8%0A%20%20s8%20--%3E%20s4%0A%20%20s10%20-.%20retry%20.-%3E%20s10%0A%20%20s9%20--%3E%20s10%0A%20%20s10%20--%3E%20s11%0A%20%20s2%20-.%20error%20.-%3E%20s9%0A%20%20s1%20--%3E%20s12%0A%20%20s12%20--%3E%20s2%0A%20%20s2%20--%3E%20end_%0A%20%20classDef%20failed%20stroke%3A%23c0392b%2Cstroke-dasharray%3A4%203%0A" }, null, _parent));
  _push(`<ul><li><code>src/workflow.ts</code>: an error while shipping refunds and fails, which the outer handler takes for its turn to release.</li><li><code>test/</code>: each failure, of the graph and of what is emitted, in both query languages.</li></ul></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("examples/saga/index.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const index = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  index as default
};
