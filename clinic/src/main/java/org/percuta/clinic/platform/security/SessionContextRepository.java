package org.percuta.clinic.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;

/** Reads the caller from the session cookie, and only when somebody asks who is calling. */
final class SessionContextRepository implements SecurityContextRepository {

  private static final String FAILED = SessionContextRepository.class.getName() + ".failed";

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
    private @Nullable SecurityContext loaded;

    private Deferred(HttpServletRequest request) {
      this.request = request;
    }

    @Override
    public SecurityContext get() {
      if (loaded == null) {
        SecurityContext context = new SecurityContextImpl();
        if (request.getAttribute(FAILED) == null) {
          // Asked once a request: if the database is down, the page that says so must not wait
          // for it again, and is shown to nobody in particular.
          request.setAttribute(FAILED, true);
          cookie
              .actor(request)
              .ifPresent(actor -> context.setAuthentication(new ActorAuthentication(actor)));
          request.removeAttribute(FAILED);
        }
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
