package org.percuta.clinic.platform.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** Shows pages with the templates compiled at build time. */
@Component
class JteViewResolver implements ViewResolver, Ordered {

  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, JteViewResolver.class.getClassLoader(), "org.percuta.clinic");
  private final Pages pages;

  JteViewResolver(Pages pages) {
    this.pages = pages;
  }

  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE - 1;
  }

  @Override
  public @Nullable View resolveViewName(String name, Locale locale) {
    String template = name + ".jte";
    return name.startsWith("redirect:") || !engine.hasTemplate(template)
        ? null
        : new JteView(template);
  }

  private final class JteView implements View {

    private final String template;

    private JteView(String template) {
      this.template = template;
    }

    @Override
    public String getContentType() {
      return "text/html;charset=UTF-8";
    }

    @Override
    public void render(
        @Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      Map<String, Object> parameters = new HashMap<>();
      parameters.put("page", pages.of(request, response));
      Object view = model == null ? null : model.get("view");
      if (view != null) {
        parameters.put("view", view);
      }
      // Rendered whole before the first byte leaves, so that a fault becomes an error page.
      StringOutput html = new StringOutput();
      engine.render(template, parameters, html);
      response.setContentType(getContentType());
      response.setHeader("Cache-Control", "no-store");
      byte[] bytes = html.toString().getBytes(StandardCharsets.UTF_8);
      response.setContentLength(bytes.length);
      response.getOutputStream().write(bytes);
    }
  }
}
