package org.percuta.clinic.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.percuta.clinic.platform.security.Actor;
import org.percuta.clinic.platform.security.CurrentActor;
import org.percuta.clinic.platform.settings.DemoSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/** Puts together what the frame of a page needs. */
@Component
class Pages {

  private final List<MenuItem> menu;
  private final ObjectProvider<Banner> banners;
  private final Assets assets;
  private final Notices notices;
  private final DemoSettings demo;

  Pages(
      ObjectProvider<MenuItem> menu,
      ObjectProvider<Banner> banners,
      Assets assets,
      Notices notices,
      DemoSettings demo) {
    this.menu = menu.stream().sorted(Comparator.comparingInt(MenuItem::order)).toList();
    this.banners = banners;
    this.assets = assets;
    this.notices = notices;
    this.demo = demo;
  }

  Page of(HttpServletRequest request, HttpServletResponse response) {
    boolean failed = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) != null;
    Object plain = request.getAttribute(Page.PLAIN);
    if (failed || plain != null) {
      // An error page must not ask the database who is calling where it may be what failed.
      Actor actor = "caller".equals(plain) ? callerIfKnown() : null;
      return new Page(
          request.getRequestURI(),
          actor == null ? "" : csrf(request),
          actor,
          null,
          visibleTo(actor),
          List.of(),
          assets,
          demo.enabled());
    }
    // A public page stays up while the database is down, also for somebody who is signed in.
    Actor actor = isPublic(request) ? null : CurrentActor.find().orElse(null);
    return new Page(
        request.getRequestURI(),
        csrf(request),
        actor,
        notices.take(request, response, actor == null ? ZoneId.of("UTC") : actor.zone()),
        visibleTo(actor),
        actor == null
            ? List.of()
            : banners.stream().flatMap(one -> one.of(actor).stream()).toList(),
        assets,
        demo.enabled());
  }

  private static @Nullable Actor callerIfKnown() {
    try {
      return CurrentActor.find().orElse(null);
    } catch (RuntimeException e) {
      return null; // The database went away as well; the page is shown to nobody in particular.
    }
  }

  private static boolean isPublic(HttpServletRequest request) {
    String path = request.getRequestURI();
    return path.equals("/")
        || path.equals("/recovery")
        || path.startsWith("/assess")
        || path.startsWith("/understand");
  }

  private List<MenuItem> visibleTo(@Nullable Actor actor) {
    return actor == null
        ? List.of()
        : menu.stream().filter(item -> item.roles().contains(actor.role())).toList();
  }

  private static String csrf(HttpServletRequest request) {
    return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
        ? token.getToken()
        : "";
  }
}
