import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Examples","description":"","frontmatter":{},"headers":[],"relativePath":"examples/index.md","filePath":"examples/index.md"}');
const _sfc_main = { name: "examples/index.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="examples" tabindex="-1">Examples <a class="header-anchor" href="#examples" aria-label="Permalink to &quot;Examples&quot;">​</a></h1><p>Each folder is a small project: handlers, a workflow, tests that run without AWS, and a deployment.</p><table tabindex="0"><thead><tr><th>example</th><th>shows</th><th>deployed with</th></tr></thead><tbody><tr><td><a href="./hello-orkestra/">hello-orkestra</a></td><td>a chain, <code>map</code>, <code>parCatch</code>, <code>par</code>, a schedule</td><td>CDK</td></tr><tr><td><a href="./orchestration/">orchestration</a></td><td>every way to put steps together</td><td>CloudFormation</td></tr><tr><td><a href="./map-job/">map-job</a></td><td><code>mapCatch</code>: single items may fail</td><td>Terraform</td></tr><tr><td><a href="./cdk-orchestration/">cdk-orchestration</a></td><td>a workflow between CDK&#39;s own states</td><td>CDK</td></tr><tr><td><a href="./powertools/">powertools</a></td><td>logger, metrics and a schema around handlers</td><td>CDK</td></tr><tr><td><a href="./rest/">rest</a></td><td>an API function that starts the machine</td><td>CDK</td></tr><tr><td><a href="./single-lambda/">single-lambda</a></td><td>one function, alone and as an Express machine</td><td>CDK</td></tr><tr><td><a href="./batch/">batch</a></td><td>a composed handler next to an AWS Batch job</td><td>CDK</td></tr><tr><td><a href="./saga/">saga</a></td><td>compensation with <code>bind</code> and <code>catchError</code></td><td></td></tr><tr><td><a href="./job-poller/">job-poller</a></td><td><code>repeatUntil</code>, with a limit and a cancellation</td><td></td></tr><tr><td><a href="./human-approval/">human-approval</a></td><td>waiting for a task token, with a time limit</td><td></td></tr><tr><td><a href="./order-processing/">order-processing</a></td><td><code>choice</code> over several shapes of payload</td><td></td></tr><tr><td><a href="./s3-csv-import/">s3-csv-import</a></td><td><code>distributedMap</code> over a CSV file in S3</td><td></td></tr><tr><td><a href="./airflow-dag/">airflow-dag</a></td><td>an Airflow DAG, with <code>fromDag</code></td><td></td></tr></tbody></table><p>The first eight have a counterpart in Orkestra for Python: <a href="./../docs/guide/from-orkestra-python.html#the-examples-side-by-side">the examples side by side</a>.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("examples/index.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const index = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  index as default
};
