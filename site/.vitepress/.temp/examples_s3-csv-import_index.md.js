import { resolveComponent, useSSRContext } from "vue";
import { ssrRenderAttrs, ssrRenderComponent } from "vue/server-renderer";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"s3-csv-import","description":"","frontmatter":{},"headers":[],"relativePath":"examples/s3-csv-import/index.md","filePath":"examples/s3-csv-import/index.md"}');
const _sfc_main = { name: "examples/s3-csv-import/index.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  const _component_Diagram = resolveComponent("Diagram");
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="s3-csv-import" tabindex="-1">s3-csv-import <a class="header-anchor" href="#s3-csv-import" aria-label="Permalink to &quot;s3-csv-import&quot;">​</a></h1><p>A file of comma-separated values in S3, however long: <code>distributedMap</code> reads it (<code>s3Csv</code>), gives each execution of its own a batch of rows and the file&#39;s name, up to 100 at once, and tolerates that some of them fail. No function reads the file.</p>`);
  _push(ssrRenderComponent(_component_Diagram, { source: "flowchart%20TD%0A%20%20start((Start))%0A%20%20subgraph%20s1%5B%22Map%20importBatch%22%5D%0A%20%20%20%20s2%5B%22importBatch%22%5D%0A%20%20end%0A%20%20s3%5B%22summarize%22%5D%0A%20%20end_((End))%0A%20%20start%20--%3E%20s1%0A%20%20s1%20--%3E%20s3%0A%20%20s3%20--%3E%20end_%0A%20%20classDef%20failed%20stroke%3A%23c0392b%2Cstroke-dasharray%3A4%203%0A" }, null, _parent));
  _push(`</div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("examples/s3-csv-import/index.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const index = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  index as default
};
