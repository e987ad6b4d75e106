import { resolveComponent, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrRenderComponent } from "vue/server-renderer";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"airflow-dag","description":"","frontmatter":{},"headers":[],"relativePath":"examples/airflow-dag/index.md","filePath":"examples/airflow-dag/index.md"}');
const _sfc_main = { name: "examples/airflow-dag/index.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  const _component_Diagram = resolveComponent("Diagram");
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="airflow-dag" tabindex="-1">airflow-dag <a class="header-anchor" href="#airflow-dag" aria-label="Permalink to &quot;airflow-dag&quot;">​</a></h1><p>A DAG of Airflow, brought over: the handlers by name and the dependencies as pairs, from which <code>fromDag</code> makes nested <code>seq</code> and <code>par</code>. What two tasks come before gets the outputs of both. A cycle, or dependencies that no nesting has, are errors that name the tasks.</p>`);
  _push(ssrRenderComponent(_component_Diagram, { source: "flowchart%20TD%0A%20%20start((Start))%0A%20%20s1%5B%22start%22%5D%0A%20%20subgraph%20s2%5B%22Parallel%20extractOrders%2C%20extractCustomers%22%5D%0A%20%20%20%20s3%5B%22extractOrders%22%5D%0A%20%20%20%20s4%5B%22cleanOrders%22%5D%0A%20%20%20%20s5%5B%22extractCustomers%22%5D%0A%20%20end%0A%20%20s6%5B%22joinTables%22%5D%0A%20%20subgraph%20s7%5B%22Parallel%20publish%2C%20archive%22%5D%0A%20%20%20%20s8%5B%22publish%22%5D%0A%20%20%20%20s9%5B%22archive%22%5D%0A%20%20end%0A%20%20end_((End))%0A%20%20start%20--%3E%20s1%0A%20%20s3%20--%3E%20s4%0A%20%20s1%20--%3E%20s2%0A%20%20s2%20--%3E%20s6%0A%20%20s6%20--%3E%20s7%0A%20%20s7%20--%3E%20end_%0A%20%20classDef%20failed%20stroke%3A%23c0392b%2Cstroke-dasharray%3A4%203%0A" }, null, _parent));
  _push(`</div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("examples/airflow-dag/index.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const index = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  index as default
};
