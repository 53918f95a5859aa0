package org.countinghouse.server.security;

import java.util.List;
import org.countinghouse.access.Access;
import org.countinghouse.access.Actor;
import org.countinghouse.organizations.Organizations;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Hands every controller that asks for it the {@link Caller}. */
@Configuration(proxyBeanMethods = false)
class CallerConfiguration implements WebMvcConfigurer {

  static {
    // it is found by us, never sent by the client
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
  }

  private final Access access;
  private final Organizations organizations;

  CallerConfiguration(Access access, Organizations organizations) {
    this.access = access;
    this.organizations = organizations;
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new CallerResolver());
  }

  private final class CallerResolver implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
      return parameter.getParameterType().equals(Caller.class);
    }

    @Override
    public Object resolveArgument(
        MethodParameter parameter,
        @Nullable ModelAndViewContainer container,
        NativeWebRequest request,
        @Nullable WebDataBinderFactory binders) {
      Authentication who = SecurityContextHolder.getContext().getAuthentication();
      if (who == null || who instanceof AnonymousAuthenticationToken) {
        // the chains let nobody anonymous through; a controller outside of them is a mistake
        throw new AuthenticationCredentialsNotFoundException("nobody is logged in");
      }
      return new Caller(Actor.of(who.getName()), access, organizations);
    }
  }
}
