import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"150. What a deployment fills in","description":"","frontmatter":{},"headers":[],"relativePath":"docs/adr/0150-what-a-deployment-fills-in.md","filePath":"docs/adr/0150-what-a-deployment-fills-in.md"}');
const _sfc_main = { name: "docs/adr/0150-what-a-deployment-fills-in.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="_150-what-a-deployment-fills-in" tabindex="-1">150. What a deployment fills in <a class="header-anchor" href="#_150-what-a-deployment-fills-in" aria-label="Permalink to &quot;150. What a deployment fills in&quot;">​</a></h1><p>A queue, a table or a function has its name at deployment only. Three things speak of it: the definition, the role of the machine, and the tool that deploys both. They must mean the same.</p><p><strong>Decision.</strong> <code>placeholder(&#39;Orders&#39;)</code> is a literal whose value is <code>\${Orders}</code>, marked as one. Every reader of expressions reads it as a text, so no reader needs a case for it; only whoever escapes texts looks at the mark. For a deployment the marked literals, and CDK&#39;s tokens likewise, become texts between two characters of the private use area that occur nowhere else in the workflow: no query language and no JSON escapes these. They are <code>\${key}</code> again in the finished text, and any other <code>\${</code> is escaped. A token of CDK is resolved first: its literal parts are text like any other, and a key is made of what it refers to, not of its place, so that a new step renames none.</p><p>The role is derived from the same workflow, in which the texts of the user are broken up beforehand: a <code>\${Orders}</code> that somebody wrote is no placeholder there either, and an error where a resource would be called so. What AWS tells by an ARN or a URL (the executions of a machine, a queue) each target writes with functions of its own.</p><p>In CloudFormation a placeholder is a parameter, or the resource of its name if the stack has one. In Terraform it is a key of one variable, as functions are of another, so that no name clashes with the module&#39;s own.</p><p><strong>What a function is</strong> stands in <code>deploy/functions/</code>, once: the default runtime, the settings of esbuild, what a module exports, where Lambda finds it. All is bundled as ES modules, CommonJS too; then its one export is <code>default</code>, and Lambda is told <code>default.handler</code>. <code>require</code>, <code>__filename</code> and <code>__dirname</code> are properties of the global object, which a module&#39;s own constants of these names do not collide with.</p><p><strong>Given up.</strong> Files that are written may not be edited; what is said of a deployment is said by variables, or by an extension that is merged. A project needs esbuild for <code>toSam</code>, <code>manifest</code> and functions of Terraform: a module that nobody can read does not pass.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("docs/adr/0150-what-a-deployment-fills-in.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const _0150WhatADeploymentFillsIn = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  _0150WhatADeploymentFillsIn as default
};
