package org.percuta.clinic.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;

/** Reads the caller from the session cookie, and only when somebody asks who is calling. */
final class SessionContextRepository implements SecurityContextRepository {

  private final SessionCookie cookie;

  SessionContextRepository(SessionCookie cookie) {
    this.cookie = cookie;
  }

  @Override
  public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
    return new Deferred(request);
  }

  @Override
  @Deprecated
  public SecurityContext loadContext(HttpRequestResponseHolder holder) {
    return loadDeferredContext(holder.getRequest()).get();
  }

  @Override
  public void saveContext(
      SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
    // Sessions begin and end in SessionCookie, at sign-in and sign-out only.
  }

  @Override
  public boolean containsContext(HttpServletRequest request) {
    return cookie.isIn(request);
  }

  private final class Deferred implements DeferredSecurityContext {

    private final HttpServletRequest request;
    private @org.jspecify.annotations.Nullable SecurityContext loaded;

    private Deferred(HttpServletRequest request) {
      this.request = request;
    }

    @Override
    public SecurityContext get() {
      if (loaded == null) {
        SecurityContext context = new SecurityContextImpl();
        cookie
            .actor(request)
            .ifPresent(actor -> context.setAuthentication(new ActorAuthentication(actor)));
        loaded = context;
      }
      return loaded;
    }

    @Override
    public boolean isGenerated() {
      return get().getAuthentication() == null;
    }
  }
}
