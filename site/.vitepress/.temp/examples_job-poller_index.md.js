import { resolveComponent, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrRenderComponent } from "vue/server-renderer";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"job-poller","description":"","frontmatter":{},"headers":[],"relativePath":"examples/job-poller/index.md","filePath":"examples/job-poller/index.md"}');
const _sfc_main = { name: "examples/job-poller/index.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  const _component_Diagram = resolveComponent("Diagram");
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="job-poller" tabindex="-1">job-poller <a class="header-anchor" href="#job-poller" aria-label="Permalink to &quot;job-poller&quot;">​</a></h1><p>A job is started and asked about every 30 seconds (<code>repeatUntil</code>). A job that fails ends the loop (<code>fail</code> in a <code>choice</code>), one that is not done after 20 times is cancelled (<code>RepeatLimitReached</code>, caught), for which <code>bind</code> keeps its id.</p>`);
  _push(ssrRenderComponent(_component_Diagram, { source: "flowchart%20TD%0A%20%20start((Start))%0A%20%20s1%5B%22startJob%22%5D%0A%20%20subgraph%20s2%5B%22Catch%20Repeat%20jobStatus%22%5D%0A%20%20%20%20s3%5B%22jobStatus%22%5D%0A%20%20%20%20s4%7B%22Choice%22%7D%0A%20%20%20%20s5%5B%5B%22Fail%20JobFailed%22%5D%5D%3A%3A%3Afailed%0A%20%20%20%20s6(%5B%22identity%22%5D)%0A%20%20%20%20s7%7B%22Repeat%20jobStatus_asking%22%7D%0A%20%20%20%20s8%7B%7B%22Repeat%20jobStatus_waiting%22%7D%7D%0A%20%20%20%20s9%5B%5B%22Repeat%20jobStatus_exhausted%22%5D%5D%3A%3A%3Afailed%0A%20%20%20%20s10(%5B%22Repeat%20jobStatus_done%22%5D)%0A%20%20end%0A%20%20s11(%5B%22Pass%22%5D)%0A%20%20s12%5B%22cancelJob%22%5D%0A%20%20s13%5B%5B%22Fail%20JobTooSlow%22%5D%5D%3A%3A%3Afailed%0A%20%20s14%5B%22fetchResult%22%5D%0A%20%20s15(%5B%22Assign%20startJob%22%5D)%0A%20%20end_((End))%0A%20%20start%20--%3E%20s1%0A%20%20s3%20-.%20%22retry%20TooManyRequests%22%20.-%3E%20s3%0A%20%20s4%20--%20%22eq(i.status%2C%20%2334%3Bfailed%2334%3B)%22%20--%3E%20s5%0A%20%20s4%20--%20%22otherwise%22%20--%3E%20s6%0A%20%20s3%20--%3E%20s4%0A%20%20s6%20--%3E%20s7%0A%20%20s7%20--%20%22eq(i.status%2C%20%2334%3Bdone%2334%3B)%22%20--%3E%20s10%0A%20%20s7%20--%20%22otherwise%22%20--%3E%20s8%0A%20%20s8%20--%20%22after%2030%20s%22%20--%3E%20s3%0A%20%20s7%20--%20%22after%2020%20attempts%22%20--%3E%20s9%0A%20%20s11%20--%3E%20s12%0A%20%20s12%20--%3E%20s13%0A%20%20s2%20-.%20%22error%20RepeatLimitReached%22%20.-%3E%20s11%0A%20%20s2%20--%3E%20s14%0A%20%20s1%20--%3E%20s15%0A%20%20s15%20--%3E%20s2%0A%20%20s14%20--%3E%20end_%0A%20%20classDef%20failed%20stroke%3A%23c0392b%2Cstroke-dasharray%3A4%203%0A" }, null, _parent));
  _push(`<p>In the tests the waits take no time.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("examples/job-poller/index.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const index = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  index as default
};
