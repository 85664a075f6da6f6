package org.percuta.clinic.platform.security;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** The caller of the request at hand, for controllers and for the page's frame. */
public final class CurrentActor implements HandlerMethodArgumentResolver {

  CurrentActor() {}

  public static Optional<Actor> find() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication instanceof ActorAuthentication signedIn
        ? Optional.of(signedIn.actor())
        : Optional.empty();
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Actor.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binder) {
    return find().orElseThrow(() -> new AccessDeniedException("Nobody is signed in."));
  }
}
