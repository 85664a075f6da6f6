package org.percuta.clinic.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/**
 * Answers a refused request: a stale form is told so, which is not the same as not being allowed.
 */
final class Denied implements AccessDeniedHandler {

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException problem)
      throws IOException {
    request.setAttribute("percuta.problem", problem instanceof CsrfException ? "stale" : "denied");
    response.sendError(HttpServletResponse.SC_FORBIDDEN);
  }
}
