//! `/openapi.json` against the interface document, element by element and in both directions.

use regex::Regex;
use serde_json::{Map, Value, json};

fn interface() -> Value {
    serde_json::from_str(include_str!("../../../contract/tests/interface.json")).unwrap()
}

fn openapi() -> Value {
    letasyl_backend::openapi_document()
}

fn operation<'a>(openapi: &'a Value, row: &Value) -> &'a Value {
    &openapi["paths"][row["path"].as_str().unwrap()][row["method"].as_str().unwrap().to_lowercase()]
}

fn resolve<'a>(openapi: &'a Value, schema: &'a Value) -> &'a Value {
    match schema["$ref"].as_str() {
        Some(reference) => openapi.pointer(reference.strip_prefix('#').unwrap()).expect("what is referred to exists"),
        None => schema,
    }
}

fn children(row: &Value) -> &[Value] {
    row["children"].as_array().map_or(&[], Vec::as_slice)
}

/// Holds a schema against a row of the document and everything below it; counts the rows.
fn check(openapi: &Value, schema: &Value, row: &Value) -> usize {
    let target = resolve(openapi, schema);
    let place = format!("{row} against {schema} → {target}");
    if let Some(description) = row["description"].as_str().filter(|_| row.get("in").is_none()) {
        assert_eq!(schema["description"], description, "{place}");
    }
    assert_eq!(target.get("minLength"), row.get("minLength"), "{place}");
    let pattern = row["pattern"].as_str().map(|pattern| json!(format!("^(?:{pattern})$")));
    assert_eq!(target.get("pattern"), pattern.as_ref(), "{place}");
    let mut kind = target["type"].as_str();
    if row["name"] == "groupExternalIdentifier" {
        // In a request, null stands for absent.
        assert_eq!((&target["type"], &row["occurs"]), (&json!(["string", "null"]), &json!("0 - 1")), "{place}");
        kind = Some("string");
    }
    let format = target["format"].as_str();
    match (row["type"].as_str(), children(row)) {
        (None, []) => assert_eq!(target["oneOf"].as_array().unwrap().len(), 3, "{place}"),
        (Some("string"), []) => assert_eq!((kind, format), (Some("string"), None), "{place}"),
        (Some("boolean"), []) => assert_eq!((kind, format), (Some("boolean"), None), "{place}"),
        (Some("int32"), []) => assert_eq!((kind, format), (Some("integer"), Some("int32")), "{place}"),
        (Some(name @ ("uuid" | "date-time")), []) => {
            assert_eq!((kind, format), (Some("string"), Some(name)), "{place}")
        }
        (Some("base64Binary"), []) => assert_eq!(target["contentEncoding"], "base64", "{place}"),
        (Some(name), [item]) if item["occurs"] == "0 - *" => {
            assert_eq!(name, format!("{}Collection", item["type"].as_str().unwrap()));
            assert_eq!(kind, Some("array"), "{place}");
            return 1 + check(openapi, &target["items"], item);
        }
        (Some(name), rows) => {
            assert_eq!(schema["$ref"], format!("#/components/schemas/{name}"), "{place}");
            return 1 + check_object(openapi, target, rows);
        }
        (None, _) => panic!("{place}"),
    }
    1
}

fn check_object(openapi: &Value, target: &Value, rows: &[Value]) -> usize {
    let properties = target["properties"].as_object().unwrap();
    assert_eq!(properties.len(), rows.len(), "nothing missing and nothing extra in {target}");
    let required: Vec<_> = rows.iter().filter(|row| row["occurs"] == "1").map(|row| row["name"].clone()).collect();
    assert_eq!(target.get("required").cloned().unwrap_or(json!([])), json!(required), "{target}");
    rows.iter().map(|row| check(openapi, &properties[row["name"].as_str().unwrap()], row)).sum()
}

#[test]
fn every_operation_and_no_other() {
    let (openapi, interface) = (openapi(), interface());
    let rows = interface["operations"].as_array().unwrap();
    for row in rows {
        let found = operation(&openapi, row);
        assert_eq!(found["operationId"], row["name"]);
        assert_eq!(found["x-organisations"], row["organisations"]);
        let codes: Vec<Value> =
            found["x-fejlkoder"].as_array().unwrap().iter().map(|code| code["fejlkode"].clone()).collect();
        let expected: Vec<Value> =
            row["errors"].as_array().unwrap().iter().map(|error| error["code"].clone()).collect();
        assert_eq!(json!(codes), json!(expected), "{}", row["name"]);
        for code in found["x-fejlkoder"].as_array().unwrap() {
            assert!(found["responses"].get(code["status"].to_string()).is_some());
        }
    }
    let operations: usize =
        openapi["paths"].as_object().unwrap().values().map(|path| path.as_object().unwrap().len()).sum();
    assert_eq!((rows.len(), operations), (9, 9));
    assert_eq!(openapi["openapi"], "3.1.0");
}

#[test]
fn every_element_and_no_other() {
    let (openapi, interface) = (openapi(), interface());
    let mut rows = 0;
    for row in interface["operations"].as_array().unwrap() {
        let found = operation(&openapi, row);
        let none = Vec::new();
        let parameters = found["parameters"].as_array().unwrap_or(&none);
        let (in_body, outside): (Vec<_>, Vec<_>) =
            row["input"].as_array().unwrap().iter().partition(|input| input.get("in").is_none());
        assert_eq!(parameters.len(), outside.len(), "{}", row["name"]);
        for (parameter, input) in parameters.iter().zip(outside) {
            assert_eq!((&parameter["name"], &parameter["in"]), (&input["name"], &input["in"]));
            assert_eq!(parameter["required"], input["occurs"] == "1");
            assert_eq!(parameter.get("description"), input.get("description"));
            let mut schema = parameter["schema"].clone();
            if input["name"] == "x-requestId" {
                // Of an id, the document says the greatest length in words, and not that it must be something.
                let members = schema.as_object_mut().unwrap();
                let ours = ["minLength", "maxLength", "pattern"].map(|name| members.remove(name));
                assert_eq!(
                    ours,
                    [Some(json!(1)), Some(json!(46)), Some(json!("^(?![0-9]{6}-?[0-9]{4}$)[!-~]([ -~]*[!-~])?$"))]
                );
            }
            assert!(schema.get("maxLength").is_none());
            rows += check(&openapi, &schema, input);
        }
        assert_eq!(found.get("requestBody").is_some(), !in_body.is_empty());
        for input in in_body {
            assert_eq!(found["requestBody"]["required"], true);
            rows += check(&openapi, &found["requestBody"]["content"]["application/json"]["schema"], input);
        }
        let answer = &found["responses"]["200"];
        match row["output"].as_array().unwrap().first() {
            Some(output) if output["type"] != "ActionResult" => {
                rows += check(&openapi, &answer["content"]["application/json"]["schema"], output);
            }
            _ => assert!(answer.get("content").is_none(), "{}", row["name"]),
        }
    }
    // So that a test which found nothing to check would not pass.
    let counted = count(&interface);
    assert!(rows > 80 && rows == counted, "{rows} of {counted}");
}

/// The rows of the document's tables "Input" and "Output", except for the two answers that are not in them.
fn count(value: &Value) -> usize {
    match value {
        Value::Object(members) => {
            let row = members.contains_key("occurs") && members["type"] != "ActionResult";
            usize::from(row) + members.values().map(count).sum::<usize>()
        }
        Value::Array(items) => items.iter().map(count).sum(),
        _ => 0,
    }
}

#[test]
fn every_error_is_problem_json() {
    let openapi = openapi();
    let mut seen = Map::new();
    for path in openapi["paths"].as_object().unwrap().values() {
        for operation in path.as_object().unwrap().values() {
            for (status, response) in operation["responses"].as_object().unwrap() {
                seen.insert(status.clone(), Value::Null);
                if status.starts_with(['4', '5']) {
                    let schema = &response["content"]["application/problem+json"]["schema"];
                    assert!(resolve(&openapi, schema)["properties"]["fejlkode"].is_object());
                }
                assert!(response["description"].as_str().is_some_and(|text| !text.is_empty()));
            }
        }
    }
    let statuses: Vec<_> = seen.keys().map(String::as_str).collect();
    let expected = [
        "200", "304", "400", "401", "403", "404", "408", "409", "412", "413", "415", "429", "500", "502", "503", "504",
    ];
    assert_eq!(statuses, expected);
}

#[test]
fn the_patterns_mean_a_full_match() {
    let openapi = openapi();
    let parameters = &openapi["paths"]["/v1/LetasylIntegrationslov"]["get"]["parameters"];
    let pattern = Regex::new(parameters[0]["schema"]["pattern"].as_str().unwrap()).unwrap();
    for right in ["2902011234", "0000000000"] {
        assert!(pattern.is_match(right));
    }
    for wrong in ["", "29020112345", "x2902011234", "00000000000", "x0000000000"] {
        assert!(!pattern.is_match(wrong), "{wrong}");
    }
}

#[test]
fn a_created_text_leads_to_reading_changing_and_deleting_it() {
    let openapi = openapi();
    let links = openapi["paths"]["/v1/DynamicTexts/create"]["post"]["responses"]["200"]["links"].as_object().unwrap();
    let names: Vec<_> = links.keys().map(String::as_str).collect();
    assert_eq!(names, ["DeleteText", "GetText", "UpdateText"]);
    for link in links.values() {
        assert_eq!(link["parameters"], json!({ "externalIdentifier": "$response.body" }));
    }
}
