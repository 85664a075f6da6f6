package org.percuta.clinic.platform.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Sends a whole page to the sign-in; a part of a page must not swallow the sign-in form. */
record HtmxEntryPoint(AuthenticationEntryPoint page) implements AuthenticationEntryPoint {

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException problem)
      throws IOException, ServletException {
    if (request.getHeader("HX-Request") == null) {
      page.commence(request, response, problem);
    } else {
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
      response.setHeader("HX-Redirect", "/sign-in");
    }
  }
}
