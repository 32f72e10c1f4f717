/**
 * Puts a method of our own in the place of one of the grid's services. The services may stand behind proxies, whose
 * assignments the grid's own calls do not see: definitions they do.
 */
export function replaceMethod<Service, Name extends keyof Service>(
  service: Service,
  name: Name,
  method: Service[Name],
): void {
  Object.defineProperty(service, name, { value: method, configurable: true });
}
