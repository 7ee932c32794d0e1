"""Prints an account as the AWS CLI would: botocore's own answers, all pages, dates in ISO 8601. Usage: export.py DIR REGION... (endpoint and credentials from the environment)."""
import base64
import datetime
import json
import os
import sys

import botocore.exceptions
import botocore.session


def plain(value):
    if isinstance(value, (datetime.datetime, datetime.date)):
        return value.isoformat()
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    raise TypeError(type(value))


session = botocore.session.get_session()
folder, regions = sys.argv[1], sys.argv[2:]


def write(name, documents):
    with open(os.path.join(folder, name + ".json"), "w", encoding="utf-8") as file:
        for document in documents:
            document.pop("ResponseMetadata", None)
            json.dump(document, file, default=plain)
            file.write("\n")


def pages(client, operation, **parameters):
    return client.get_paginator(operation).paginate(**parameters).build_full_result()


iam = session.create_client("iam", region_name=regions[0])
details = pages(iam, "get_account_authorization_details")
write("authorization-details", [details])
while iam.generate_credential_report()["State"] != "COMPLETE":
    pass
report = iam.get_credential_report()
report["Content"] = base64.b64encode(report["Content"]).decode()
write("credential-report", [report])
write("access-keys", [pages(iam, "list_access_keys", UserName=user["UserName"]) for user in details["UserDetailList"]])
write("resources", [pages(session.create_client("resourcegroupstaggingapi", region_name=region), "get_resources") for region in regions])

account = session.create_client("sts", region_name=regions[0]).get_caller_identity()["Account"]
inventory, policies = [], []


def here(document, region=None):
    document.pop("NextToken", None)
    inventory.append({**document, "Account": account, **({"Region": region} if region else {})})
    return document


def ask(of, call, none=None, **beside):
    """What a resource says, or what says that there is none."""
    try:
        policies.append({**call(), **of, **beside})
    except botocore.exceptions.ClientError as error:
        if none is None or error.response["Error"]["Code"] != none[0]:
            raise
        policies.append({**none[1], **of, **beside})


s3 = session.create_client("s3", region_name=regions[0])
here({"Regions": session.create_client("ec2", region_name=regions[0]).describe_regions()["Regions"]})
here({"OpenIDConnectProviderList": []})
here({"SAMLProviderList": []})
for bucket in here({"Buckets": s3.list_buckets()["Buckets"]})["Buckets"]:
    name, of = bucket["Name"], {"ResourceArn": "arn:aws:s3:::" + bucket["Name"], "AccountId": account}
    ask(of, lambda: s3.get_bucket_policy(Bucket=name), ("NoSuchBucketPolicy", {"NoPolicy": True}))
    ask(of, lambda: s3.get_public_access_block(Bucket=name), ("NoSuchPublicAccessBlockConfiguration", {"PublicAccessBlockConfiguration": {}}))
    ask(of, lambda: s3.get_bucket_encryption(Bucket=name), ("ServerSideEncryptionConfigurationNotFoundError", {"ServerSideEncryptionConfiguration": {}}))
# botocore asks for it at a host named after the account, which a server on loopback has not; nobody set one.
policies.append({"PublicAccessBlockConfiguration": {}, "AccountId": account})
for region in regions:
    kms, sqs, sns, secrets, ecr, tables = (session.create_client(name, region_name=region) for name in ("kms", "sqs", "sns", "secretsmanager", "ecr", "dynamodb"))
    for key in here({"Keys": pages(kms, "list_keys")["Keys"]}, region)["Keys"]:
        ask({"ResourceArn": key["KeyArn"]}, lambda: kms.get_key_policy(KeyId=key["KeyId"], PolicyName="default"))
    for queue in here({"QueueUrls": pages(sqs, "list_queues").get("QueueUrls", [])}, region)["QueueUrls"]:
        ask({}, lambda: sqs.get_queue_attributes(QueueUrl=queue, AttributeNames=["QueueArn", "Policy"]))
    for topic in here({"Topics": pages(sns, "list_topics")["Topics"]}, region)["Topics"]:
        ask({}, lambda: sns.get_topic_attributes(TopicArn=topic["TopicArn"]))
    for secret in here({"SecretList": pages(secrets, "list_secrets")["SecretList"]}, region)["SecretList"]:
        ask({}, lambda: secrets.get_resource_policy(SecretId=secret["ARN"]))
    for repository in here({"repositories": pages(ecr, "describe_repositories")["repositories"]}, region)["repositories"]:
        ask({"ResourceArn": repository["repositoryArn"]}, lambda: ecr.get_repository_policy(repositoryName=repository["repositoryName"]), ("RepositoryPolicyNotFoundException", {"NoPolicy": True}))
    here({"TableNames": pages(tables, "list_tables")["TableNames"]}, region)
for document in policies:
    document.pop("ResponseMetadata", None)
write("inventory", inventory)
write("resource-policies", policies)

organizations = session.create_client("organizations", region_name=regions[0])
roots = pages(organizations, "list_roots")
documents = [organizations.describe_organization(), roots]


def below(parent):
    for kind in ("ACCOUNT", "ORGANIZATIONAL_UNIT"):
        children = pages(organizations, "list_children", ParentId=parent, ChildType=kind)
        documents.append({**children, "ParentId": parent})
        if kind == "ORGANIZATIONAL_UNIT":
            for unit in children["Children"]:
                below(unit["Id"])


for root in roots["Roots"]:
    below(root["Id"])
for policy in pages(organizations, "list_policies", Filter="SERVICE_CONTROL_POLICY")["Policies"]:
    documents.append({"Policies": [policy]})
    documents.append(organizations.describe_policy(PolicyId=policy["Id"]))
    documents.append({**pages(organizations, "list_targets_for_policy", PolicyId=policy["Id"]), "PolicyId": policy["Id"]})
write("organization", documents)
