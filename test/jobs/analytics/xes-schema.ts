/**
 * What IEEE 1849 asks of a log in XML, written as a schema: which element may stand where and in which order, the names
 * and types of attributes, a version that is a decimal number. Lists and ids are left out: the export has none.
 */
export const xesSchema = (): string => {
  const attribute = (name: string, type: string) =>
    `<xs:element name="${name}"><xs:complexType><xs:attribute name="key" type="xs:Name" use="required"/>` +
    `<xs:attribute name="value" type="xs:${type}" use="required"/></xs:complexType></xs:element>`;
  const told = (name: string, fields: Readonly<Record<string, string>>) =>
    `<xs:element name="${name}" minOccurs="0" maxOccurs="unbounded"><xs:complexType>` +
    Object.entries(fields)
      .map(([field, type]) => `<xs:attribute name="${field}" type="xs:${type}" use="required"/>`)
      .join('') +
    '</xs:complexType></xs:element>';
  const values = '<xs:group ref="x:values" minOccurs="0" maxOccurs="unbounded"/>';
  const holding = (name: string, inner: string, after = '') =>
    `<xs:element name="${name}" minOccurs="0" maxOccurs="unbounded"><xs:complexType><xs:sequence>${inner}` +
    `</xs:sequence>${after}</xs:complexType></xs:element>`;
  const types = [
    ['string', 'string'],
    ['date', 'dateTime'],
    ['int', 'long'],
    ['float', 'double'],
    ['boolean', 'boolean'],
  ] as const;
  const scope =
    '<xs:attribute name="scope" use="required"><xs:simpleType><xs:restriction base="xs:NCName">' +
    '<xs:enumeration value="trace"/><xs:enumeration value="event"/></xs:restriction></xs:simpleType></xs:attribute>';
  return [
    '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:x="http://www.xes-standard.org/"',
    ' targetNamespace="http://www.xes-standard.org/" elementFormDefault="qualified">',
    `<xs:group name="values"><xs:choice>${types.map(([name, type]) => attribute(name, type)).join('')}`,
    '</xs:choice></xs:group><xs:element name="log"><xs:complexType><xs:sequence>',
    told('extension', { name: 'NCName', prefix: 'NCName', uri: 'anyURI' }),
    holding('global', values, scope),
    told('classifier', { name: 'NCName', keys: 'token' }),
    values,
    holding('trace', values + holding('event', values)),
    '</xs:sequence><xs:attribute name="xes.version" type="xs:decimal" use="required"/>',
    '<xs:attribute name="xes.features" type="xs:token" use="required"/></xs:complexType></xs:element></xs:schema>',
  ].join('');
};
