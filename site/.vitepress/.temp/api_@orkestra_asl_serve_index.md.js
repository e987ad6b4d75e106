import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"@orkestra/asl/serve","description":"","frontmatter":{},"headers":[],"relativePath":"api/@orkestra/asl/serve/index.md","filePath":"api/@orkestra/asl/serve/index.md"}');
const _sfc_main = { name: "api/@orkestra/asl/serve/index.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><a href="./../../../">API reference</a> / @orkestra/asl/serve</p><h1 id="orkestra-asl-serve" tabindex="-1">@orkestra/asl/serve <a class="header-anchor" href="#orkestra-asl-serve" aria-label="Permalink to &quot;@orkestra/asl/serve&quot;">​</a></h1><p>Step Functions on this machine, behind the AWS API. A separate entry: it listens on a port.</p><h2 id="classes" tabindex="-1">Classes <a class="header-anchor" href="#classes" aria-label="Permalink to &quot;Classes&quot;">​</a></h2><ul><li><a href="./classes/DataError.html">DataError</a></li></ul><h2 id="interfaces" tabindex="-1">Interfaces <a class="header-anchor" href="#interfaces" aria-label="Permalink to &quot;Interfaces&quot;">​</a></h2><ul><li><a href="./interfaces/Problem.html">Problem</a></li><li><a href="./interfaces/Registered.html">Registered</a></li><li><a href="./interfaces/Server.html">Server</a></li><li><a href="./interfaces/ServerOptions.html">ServerOptions</a></li></ul><h2 id="functions" tabindex="-1">Functions <a class="header-anchor" href="#functions" aria-label="Permalink to &quot;Functions&quot;">​</a></h2><ul><li><a href="./functions/createServer.html">createServer</a></li></ul></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/@orkestra/asl/serve/index.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const index = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  index as default
};
