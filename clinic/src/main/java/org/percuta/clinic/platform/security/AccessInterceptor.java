package org.percuta.clinic.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Closed unless {@link Allow} opens it. Runs before any argument is read. */
final class AccessInterceptor implements HandlerInterceptor {

  private static final String CHANGE_PASSWORD = "/account/password";

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws Exception {
    if (!(handler instanceof HandlerMethod method)) {
      return true; // Static files of /assets, and the answer to an unmapped path.
    }
    Allow allow = allowOn(method);
    if (allow != null && allow.everybody()) {
      return true;
    }
    Optional<Actor> actor = CurrentActor.find();
    if (allow == null
        || actor.isEmpty()
        || !Arrays.asList(allow.value()).contains(actor.get().role())) {
      throw new AccessDeniedException("Not allowed: " + request.getMethod() + " " + method);
    }
    if (actor.get().mustChangePassword() && !request.getRequestURI().equals(CHANGE_PASSWORD)) {
      response.sendRedirect(CHANGE_PASSWORD);
      return false;
    }
    return true;
  }

  private static @org.jspecify.annotations.Nullable Allow allowOn(HandlerMethod method) {
    Allow own = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), Allow.class);
    return own != null
        ? own
        : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Allow.class);
  }
}
