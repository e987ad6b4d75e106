import { resolveComponent, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrRenderComponent } from "vue/server-renderer";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"order-processing","description":"","frontmatter":{},"headers":[],"relativePath":"examples/order-processing/index.md","filePath":"examples/order-processing/index.md"}');
const _sfc_main = { name: "examples/order-processing/index.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  const _component_Diagram = resolveComponent("Diagram");
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="order-processing" tabindex="-1">order-processing <a class="header-anchor" href="#order-processing" aria-label="Permalink to &quot;order-processing&quot;">​</a></h1><p>One payload, many shapes. <code>choice</code> tells payments apart by <code>kind</code>, and each way gets what the condition said of the type: <code>chargeCard</code> takes a token, and cash has none, which <code>tsc</code> checks. A coupon may be absent, so it can be read only where <code>isPresent</code> has been asked. <code>keeping</code> adds to the order what a step gives, <code>bind</code> keeps the receipt for the end, <code>pass</code> reshapes, with no function.</p>`);
  _push(ssrRenderComponent(_component_Diagram, { source: "flowchart%20TD%0A%20%20start((Start))%0A%20%20subgraph%20s1%5B%22Keep%20Choice%22%5D%0A%20%20%20%20s2%7B%22Choice%22%7D%0A%20%20%20%20s3(%5B%22Pass%22%5D)%0A%20%20%20%20s4%5B%22redeem%22%5D%0A%20%20%20%20s5(%5B%22Assign%20input%22%5D)%0A%20%20%20%20s6(%5B%22Pass2%22%5D)%0A%20%20end%0A%20%20subgraph%20s7%5B%22Keep%20Choice2%22%5D%0A%20%20%20%20s8%7B%22Choice2%22%7D%0A%20%20%20%20s9%5B%22chargeCard%22%5D%0A%20%20%20%20s10%5B%22sendInvoice%22%5D%0A%20%20%20%20s11(%5B%22Pass3%22%5D)%0A%20%20end%0A%20%20s12%5B%22confirm%22%5D%0A%20%20s13(%5B%22Pass4%22%5D)%0A%20%20s14(%5B%22Assign%20Keep%20Choice%22%5D)%0A%20%20end_((End))%0A%20%20start%20--%3E%20s1%0A%20%20s3%20--%3E%20s4%0A%20%20s5%20--%3E%20s3%0A%20%20s2%20--%20%22isPresent(i.coupon)%22%20--%3E%20s5%0A%20%20s2%20--%20%22otherwise%22%20--%3E%20s6%0A%20%20s8%20--%20%22eq(i.payment.kind%2C%20%2334%3Bcard%2334%3B)%22%20--%3E%20s9%0A%20%20s8%20--%20%22eq(i.payment.kind%2C%20%2334%3Binvoice%2334%3B)%22%20--%3E%20s10%0A%20%20s8%20--%20%22otherwise%22%20--%3E%20s11%0A%20%20s12%20--%3E%20s13%0A%20%20s7%20--%3E%20s14%0A%20%20s14%20--%3E%20s12%0A%20%20s1%20--%3E%20s7%0A%20%20s13%20--%3E%20end_%0A%20%20classDef%20failed%20stroke%3A%23c0392b%2Cstroke-dasharray%3A4%203%0A" }, null, _parent));
  _push(`</div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("examples/order-processing/index.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const index = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  index as default
};
