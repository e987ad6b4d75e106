import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Annotated","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/core/interfaces/Annotated.md","filePath":"api/@orkestra/core/interfaces/Annotated.md"}');
const _sfc_main = { name: "api/@orkestra/core/interfaces/Annotated.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">API reference</a> / <a href="./../">@orkestra/core</a> / Annotated</p><h1 id="interface-annotated" tabindex="-1">Interface: Annotated <a class="header-anchor" href="#interface-annotated" aria-label="Permalink to &quot;Interface: Annotated&quot;">​</a></h1><p>What any node may carry besides its meaning.</p><h2 id="extended-by" tabindex="-1">Extended by <a class="header-anchor" href="#extended-by" aria-label="Permalink to &quot;Extended by&quot;">​</a></h2><ul><li><a href="./Bind.html"><code>Bind</code></a></li><li><a href="./Capture.html"><code>Capture</code></a></li><li><a href="./Catch.html"><code>Catch</code></a></li><li><a href="./Choice.html"><code>Choice</code></a></li><li><a href="./Each.html"><code>Each</code></a></li><li><a href="./Fail.html"><code>Fail</code></a></li><li><a href="./Identity.html"><code>Identity</code></a></li><li><a href="./Keep.html"><code>Keep</code></a></li><li><a href="./Par.html"><code>Par</code></a></li><li><a href="./Pass.html"><code>Pass</code></a></li><li><a href="./Repeat.html"><code>Repeat</code></a></li><li><a href="./Retry.html"><code>Retry</code></a></li><li><a href="./Seq.html"><code>Seq</code></a></li><li><a href="./Succeed.html"><code>Succeed</code></a></li><li><a href="./Task.html"><code>Task</code></a></li><li><a href="./Wait.html"><code>Wait</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><table tabindex="0"><thead><tr><th>Property</th><th>Modifier</th><th>Type</th><th>Description</th></tr></thead><tbody><tr><td><a id="property-comment"></a> <code>comment?</code></td><td><code>readonly</code></td><td><code>string</code></td><td>Set by <code>comment</code>.</td></tr><tr><td><a id="property-statename"></a> <code>stateName?</code></td><td><code>readonly</code></td><td><code>string</code></td><td>The name of its state, instead of the one derived from the graph. Set by <code>named</code>.</td></tr></tbody></table></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/core/interfaces/Annotated.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Annotated = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Annotated as default
};
