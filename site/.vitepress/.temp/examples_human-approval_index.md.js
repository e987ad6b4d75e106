import { resolveComponent, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrRenderComponent } from "vue/server-renderer";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"human-approval","description":"","frontmatter":{},"headers":[],"relativePath":"examples/human-approval/index.md","filePath":"examples/human-approval/index.md"}');
const _sfc_main = { name: "examples/human-approval/index.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  const _component_Diagram = resolveComponent("Diagram");
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="human-approval" tabindex="-1">human-approval <a class="header-anchor" href="#human-approval" aria-label="Permalink to &quot;human-approval&quot;">​</a></h1><p>Small expenses are paid at once. Others wait for a manager: a message with the task&#39;s token goes to a queue, and the workflow goes on when somebody returns the token (<code>.waitForTaskToken</code>). After a week without an answer, or a day without a sign of life, the board is asked: the time-outs are caught. <code>keeping</code> adds the answer to the expense, <code>choice</code> goes by it.</p>`);
  _push(ssrRenderComponent(_component_Diagram, { source: "flowchart%20TD%0A%20%20start((Start))%0A%20%20s1%7B%22Choice%22%7D%0A%20%20s2%5B%22reimburse%22%5D%0A%20%20subgraph%20s3%5B%22Keep%20askManager%22%5D%0A%20%20%20%20s4%5B%22askManager%22%5D%0A%20%20%20%20s5(%5B%22Pass%22%5D)%0A%20%20end%0A%20%20s6%7B%22Choice2%22%7D%0A%20%20s7%5B%22reimburse2%22%5D%0A%20%20s8%5B%22tellRejected%22%5D%0A%20%20s9%5B%22askBoard%22%5D%0A%20%20end_((End))%0A%20%20start%20--%3E%20s1%0A%20%20s4%20-.%20%22error%20States.Timeout%2C%20States.HeartbeatTimeout%22%20.-%3E%20s5%0A%20%20s6%20--%20%22eq(i.decision.answer%2C%20%2334%3Bapproved%2334%3B)%22%20--%3E%20s7%0A%20%20s6%20--%20%22eq(i.decision.answer%2C%20%2334%3Brejected%2334%3B)%22%20--%3E%20s8%0A%20%20s6%20--%20%22otherwise%22%20--%3E%20s9%0A%20%20s3%20--%3E%20s6%0A%20%20s1%20--%20%22lt(i.amount%2C%2050)%22%20--%3E%20s2%0A%20%20s1%20--%20%22otherwise%22%20--%3E%20s3%0A%20%20s2%20--%3E%20end_%0A%20%20s7%20--%3E%20end_%0A%20%20s8%20--%3E%20end_%0A%20%20s9%20--%3E%20end_%0A%20%20classDef%20failed%20stroke%3A%23c0392b%2Cstroke-dasharray%3A4%203%0A" }, null, _parent));
  _push(`</div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("examples/human-approval/index.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const index = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  index as default
};
