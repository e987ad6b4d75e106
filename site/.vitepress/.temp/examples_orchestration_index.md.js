import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"orchestration","description":"","frontmatter":{},"headers":[],"relativePath":"examples/orchestration/index.md","filePath":"examples/orchestration/index.md"}');
const _sfc_main = { name: "examples/orchestration/index.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="orchestration" tabindex="-1">orchestration <a class="header-anchor" href="#orchestration" aria-label="Permalink to &quot;orchestration&quot;">​</a></h1><p>Every way to put steps together, and one machine of them deployed by <strong>CloudFormation</strong> as raw ASL: no CDK anywhere.</p><p><code>pnpm template &gt; template.json</code> writes the template; the functions&#39; ARNs are its parameters:</p><pre><code>aws cloudformation deploy --template-file template.json --stack-name orchestration --capabilities CAPABILITY_IAM \\\\
  --parameter-overrides makePeopleArn=… celebrateArn=… gatherArn=…
</code></pre></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("examples/orchestration/index.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const index = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  index as default
};
